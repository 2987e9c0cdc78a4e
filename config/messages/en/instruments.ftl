# What is wrong with an instrument file or a ruleset.
instrument-unreadable = { $file } cannot be read: { $problem }
instrument-no-code = { $file }: a code or version is empty.
instrument-no-scales = { $file }: it has no scale at all.
instrument-stability = { $file }: under stability, trait, state, decay and error lie between 0 and 1, error is more than 0, and trait, state and error sum to 1.
instrument-scale-twice = { $file }: the scale { $scale } is there twice.
instrument-range = { $file }: for the scale { $scale }, min must be lower than max.
instrument-sum = { $file }: the scale { $scale } is a sum with { $part }, which is no other scale of this list.
instrument-norm-scale = { $file }: there is a norm for the scale { $scale }, but no such scale.
instrument-norm-ages = { $file }: in the norm of { $scale } the first age is above the last.
instrument-reliability = { $file }: in the norm of { $scale } the reliability does not lie between 0 and 1.
instrument-norm-form = { $file }: a norm of { $scale } has either points, or mean, sd, p80 and p90 together.
instrument-norm-order = { $file }: the points of the norm of { $scale } do not rise, or fall outside the scale.
instrument-item = { $file }: the item { $item } belongs to a scale that does not exist.
instrument-scoring = { $file }: minimum_answered does not lie between 0 and 1.
ruleset-unreadable = { $file } cannot be read: { $problem }
ruleset-threshold = { $file }: for the rule { $rule }, { $threshold } is outside what is possible.
analysis-unknown-instrument = The instrument { $instrument }, or one of its scales, is not known.
