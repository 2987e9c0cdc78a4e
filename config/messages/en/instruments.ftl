# What is wrong with an instrument file or a ruleset.
instrument-unreadable = { $file } cannot be read: { $problem }
instrument-no-code = { $file }: a code or version is empty.
instrument-no-scales = { $file }: it has no scale at all.
instrument-too-many-scales = { $file }: { $n } scales may raise a signal; at most { $most } can. Set signals = false on the others, or make it two lists.
instrument-stability = { $file }: under stability, trait, state, decay and error lie between 0 and 1, error is more than 0, and trait, state and error sum to 1.
instrument-scale-twice = { $file }: the scale { $scale } is there twice.
instrument-range = { $file }: for the scale { $scale }, min must be lower than max.
instrument-sum = { $file }: the scale { $scale } is a sum with { $part }, which is no other scale of this list.
instrument-norm-scale = { $file }: there is a norm for the scale { $scale }, but no such scale.
instrument-norm-ages = { $file }: in the norm of { $scale } the first age is above the last.
instrument-reliability = { $file }: in the norm of { $scale } the reliability does not lie between 0 and 1.
instrument-norm-form = { $file }: a norm of { $scale } has either points, or mean and sd with what is known of p80 and p90.
instrument-norm-order = { $file }: the points of the norm of { $scale } do not rise, or fall outside the scale.
instrument-item = { $file }: the item { $item } belongs to a scale that does not exist.
instrument-scoring = { $file }: minimum_answered does not lie between 0 and 1, or the answers do not rise.
instrument-item-twice = { $file }: the code of the item { $item } is empty or stands there twice.
instrument-bands = { $file }: in the bands { $system } the borders of { $scale } do not fit the scale and the names, or do not run towards concern.
ruleset-unreadable = { $file } cannot be read: { $problem }
ruleset-far-date = Choose a date within a year.
ruleset-past-date = Choose today or a later day.
ruleset-none-waits = The choice of { $name } is not waiting any more: it has just taken effect, or was replaced or taken back.
ruleset-in-force = This school works with { $name } already, and nothing else is planned.
ruleset-without-critical = { $name } does not show answers that must be read at once, and this school has readers for them. Choose a set with that rule.
ruleset-threshold = { $file }: for the rule { $rule }, { $threshold } is outside what is possible.
analysis-unknown-instrument = The instrument { $instrument }, or one of its scales, is not known.
