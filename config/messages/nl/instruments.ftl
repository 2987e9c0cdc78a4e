# Wat er mis is met een instrumentbestand of een set regels.
instrument-unreadable = { $file } is niet te lezen: { $problem }
instrument-no-code = { $file }: een code of versie is leeg.
instrument-no-scales = { $file }: er staat geen enkele schaal in.
instrument-stability = { $file }: bij stability liggen trait, state, decay en error tussen 0 en 1, is error meer dan 0, en zijn trait, state en error samen 1.
instrument-scale-twice = { $file }: de schaal { $scale } staat er twee keer in.
instrument-range = { $file }: bij de schaal { $scale } moet min lager zijn dan max.
instrument-sum = { $file }: de schaal { $scale } is een som met { $part }, en dat is geen andere schaal van deze lijst.
instrument-norm-scale = { $file }: er is een norm voor de schaal { $scale }, maar die schaal is er niet.
instrument-norm-ages = { $file }: bij de norm van { $scale } is de eerste leeftijd hoger dan de laatste.
instrument-reliability = { $file }: bij de norm van { $scale } ligt reliability niet tussen 0 en 1.
instrument-norm-form = { $file }: een norm van { $scale } heeft òf points, òf mean, sd, p80 en p90 samen.
instrument-norm-order = { $file }: de punten van de norm van { $scale } lopen niet op, of vallen buiten de schaal.
instrument-item = { $file }: het item { $item } hoort bij een schaal die er niet is.
instrument-scoring = { $file }: minimum_answered ligt niet tussen 0 en 1.
ruleset-unreadable = { $file } is niet te lezen: { $problem }
ruleset-threshold = { $file }: bij de regel { $rule } valt { $threshold } buiten wat kan.
analysis-unknown-instrument = Het instrument { $instrument }, of een schaal ervan, is niet bekend.
