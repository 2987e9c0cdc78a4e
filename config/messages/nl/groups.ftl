# Stamgroepen en clusters, leerlingen met meer groepen, groepen die één zijn.

pupils-clusters = Clusters van de school
pupil-clusters = clusters: { $names }
cluster-help = Dit is een cluster. Cijfers en signalen staan bij de stamgroep van elke leerling, zodat niemand dubbel telt.
import-clusters = Leerlingen per cluster
import-clusters-end = Plaatsen in clusters die eindigen, omdat dit bestand ze niet meer noemt:
row-pupil-groups = Deze leerling staat er met meer groepen in (zie ook regel { $line }). Zat de leerling er na elkaar in, vul dan bij de eerste groep de uitstroomdatum en bij de volgende de instroomdatum in. Is de ene groep een cluster, zet die dan in de kolom clusters. Laat anders de juiste regel staan.

# Groepen die in delen kwamen
import-kind-join = groepen samengevoegd
join-help = Scores blijven bij de groep van toen. U kunt het terugdraaien.
join-do = Maak dit één groep
join-none = Vink aan welke groepen één groep moeten worden.
join-unknown = Er is geen groep die in delen kwam met deze naam: { $names }. Kijk eerst met --dry-run.
rollover-rehearsed = Alleen bekeken; er is niets veranderd.
