# Wat er mis is met een instrumentbestand of een set regels.
instrument-unreadable = { $file } is niet te lezen: { $problem }
instrument-no-code = { $file }: een code of versie is leeg.
instrument-no-scales = { $file }: er staat geen enkele schaal in.
instrument-too-many-scales = { $file }: { $n } schalen mogen een signaal geven; dat kunnen er hooguit { $most } zijn. Zet bij de andere signals = false, of maak er twee lijsten van.
instrument-stability = { $file }: bij stability liggen trait, state, decay en error tussen 0 en 1, is error meer dan 0, en zijn trait, state en error samen 1.
instrument-scale-twice = { $file }: de schaal { $scale } staat er twee keer in.
instrument-range = { $file }: bij de schaal { $scale } moet min lager zijn dan max.
instrument-sum = { $file }: de schaal { $scale } is een som met { $part }, en dat is geen andere schaal van deze lijst.
instrument-norm-scale = { $file }: er is een norm voor de schaal { $scale }, maar die schaal is er niet.
instrument-norm-ages = { $file }: bij de norm van { $scale } is de eerste leeftijd hoger dan de laatste.
instrument-reliability = { $file }: bij de norm van { $scale } ligt reliability niet tussen 0 en 1.
instrument-norm-form = { $file }: een norm van { $scale } heeft òf points, òf mean en sd, met wat er van p80 en p90 bekend is.
instrument-norm-order = { $file }: de punten van de norm van { $scale } lopen niet op, of vallen buiten de schaal.
instrument-item = { $file }: het item { $item } hoort bij een schaal die er niet is.
instrument-scoring = { $file }: minimum_answered ligt niet tussen 0 en 1, of de antwoorden lopen niet op.
instrument-item-twice = { $file }: de code van het item { $item } is leeg of staat er twee keer in.
instrument-bands = { $file }: bij de indeling { $system } horen de grenzen van { $scale } niet bij de schaal en de namen, of lopen ze niet naar zorg toe.
ruleset-unreadable = { $file } is niet te lezen: { $problem }
ruleset-far-date = Kies een datum binnen een jaar.
ruleset-past-date = Kies vandaag of een latere dag.
ruleset-none-waits = De keuze voor { $name } staat niet meer klaar: zij is net ingegaan, vervangen of ingetrokken.
ruleset-in-force = Deze school werkt al met { $name }, en er staat niets anders klaar.
ruleset-without-critical = { $name } laat antwoorden die direct gelezen moeten worden niet zien, en deze school heeft daar lezers voor. Kies een set met die regel.
ruleset-threshold = { $file }: bij de regel { $rule } valt { $threshold } buiten wat kan.
analysis-unknown-instrument = Het instrument { $instrument }, of een schaal ervan, is niet bekend.
