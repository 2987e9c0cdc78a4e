# Stamgroepen en clusters, leerlingen met meer groepen, groepen die één zijn.

pupils-clusters = Clusters van de school
pupil-clusters = clusters: { $names }
cluster-help = Dit is een cluster. Cijfers en signalen staan bij de stamgroep van elke leerling, zodat niemand dubbel telt.
import-clusters = Leerlingen per cluster
import-clusters-end = Plaatsen in clusters die eindigen, omdat dit bestand ze niet meer noemt:
row-pupil-groups = Deze leerling staat er met meer groepen in (zie ook regel { $line }). Zat de leerling er na elkaar in, vul dan bij de eerste groep de uitstroomdatum en bij de volgende de instroomdatum in. Is de ene groep een cluster, zet die dan in de kolom clusters. Laat anders de juiste regel staan.
