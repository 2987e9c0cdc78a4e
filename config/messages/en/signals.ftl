# signals: texts in English

# The two words of each sentence: how high, and what changed.
signal-level-word = { $direction ->
    [concern] { $level ->
        [worse] high
        [better] low
       *[middle] average
    }
   *[strength] { $level ->
        [worse] low
        [better] high
       *[middle] average
    }
}
signal-change-word = { $change ->
    [first] first round
    [unknown] change cannot be told
    [much-worse] { $direction ->
        [concern] rising strongly
       *[strength] falling strongly
    }
    [worse] { $direction ->
        [concern] rising
       *[strength] falling
    }
    [better] { $direction ->
        [concern] falling
       *[strength] rising
    }
   *[same] as before
}
signal-round = { $season ->
    [najaar] autumn { $year }
    [voorjaar] spring { $year }
    [day] { DAY($year) }
   *[label] { $year }
}
signal-source = filled in by { $informant ->
    [leerkracht] the teacher
    [leerling] the pupil
   *[ouder] a parent
}, { signal-round }
signal-subject = { $part ->
    [yes] { $observed } on { $scale }, the least favourable scale of a list that was judged as a whole
   *[no] { $observed } on { $scale }
}
signal-subject-change = { $part ->
    [yes] { $observed } on { $scale }, the scale farthest from what was expected of a list that was judged as a whole
   *[no] { $observed } on { $scale }
}
signal-subject-line = { $part ->
    [yes] { $observed } on { $scale }, the scale on which that line is steepest, of a list that was judged as a whole
   *[no] { $observed } on { $scale }
}
signal-outer-tenth = { $direction ->
    [concern] the highest ten in a hundred
   *[strength] the lowest ten in a hundred
}
signal-expected = { $change ->
    [unknown] the earlier rounds let nothing be expected here
   *[other] { $earlier ->
        [0] there is no earlier round of this scale yet
        [1] from one earlier round we expected { $low }–{ $high }
       *[other] from { $earlier } earlier rounds we expected { $low }–{ $high }
    }
}
signal-apart = { $grouped ->
    [yes] , apart from what the group did
   *[no] {""}
}
signal-carried = { $carried ->
    [group] ; compared with the other pupils of the group{ $rater ->
        [yes] {" "}of whom the same person filled it in
       *[no] {""}
    }, this pupil stayed behind
    [list] ; over all scales together{ $others ->
        [yes] {" "}and what others filled in
       *[no] {""}
    }{ $earlier ->
        [0] {""}
        [1] {""}
       *[other] , counting earlier rounds
    }{ signal-apart }, it is less good than expected
    [informants] ; counting what others filled in{ $earlier ->
        [0] {""}
        [1] {""}
       *[other] {" "}and earlier rounds
    }{ signal-apart }, it is less good than expected
    [peers] ; compared with how far other pupils were from what was expected of them, that is much
    [rounds] ; counting earlier rounds{ signal-apart }, it is less good than expected
   *[no] {""}
}
signal-level = Scores { signal-level-word }, { signal-change-word }: { signal-subject } ({ signal-source }); probably belongs to { signal-outer-tenth }; { signal-expected }.
signal-unexpected-decline = Scores { signal-level-word }, { signal-change-word }: { signal-subject-change } ({ signal-source }); { signal-expected }{ signal-carried }.
signal-persistent = Scores { $direction ->
    [concern] high
   *[strength] low
} for two rounds running, { signal-change-word }: { signal-subject } ({ signal-source }); { signal-expected }.
signal-scale-change = { $part ->
    [yes] { $scale }, the scale that changed most of a list that was judged as a whole
   *[no] { $scale }
}
signal-group-shift = { $way ->
    [worse] Is going down as a group on { signal-scale-change }: { $moved } of { $matched } pupils less well than expected
   *[better] Is going up as a group on { signal-scale-change }: { $moved } of { $matched } pupils better than expected
} ({ signal-source }).
signal-school-trend = { $way ->
    [worse] Is going down as a school on { signal-scale-change }
   *[better] Is going up as a school on { signal-scale-change }
}, { $since ->
    [round] in { $along } of the { $groups } groups that can be compared with the last round
    [years] compared with a year earlier, over several rounds together
   *[year] compared with a year earlier
}: { $since ->
    [round] in these { $matched } pupils took part both times
   *[year] { $matched } pupils took part both times
} ({ signal-source }).
signal-steady-decline = The line through the rounds goes { $direction ->
    [concern] up
   *[strength] down
}, now { signal-level-word }: { signal-subject-line } ({ signal-source }).
signal-informants-differ = Those who filled in the list do not see the same: { signal-level-word } according to this one: { signal-subject } ({ signal-source }); talk about it together.
signal-recovery-calm = Stands well twice in a row after an earlier signal, now { signal-level-word }: { signal-subject } ({ signal-source }).
signal-recovery = Does better than expected after an earlier signal, now { signal-level-word }: { signal-subject-change } ({ signal-source }); { signal-expected }.
signal-missed = Was not measured twice with { $list }, while others were ({ signal-source }).
# As kept signals had it before.
signal-not-measured = Was not measured twice with this list, while others were ({ signal-source }).
signal-rejected-twice = Is seldom chosen, two measurements in a row: { DAY($before) } ({ $before_raters } classmates judged) and { DAY($now) } ({ $raters }).
signal-group-structure = The sociogram of { DAY($now) }, with { $n } pupils{ $repeated ->
    [yes] ; { $pupils } pupils are seldom chosen two measurements in a row
   *[no] {""}
}{ $fewer ->
    [yes] ; there are fewer mutual choices than the time before
   *[no] {""}
}{ $lonely ->
    [yes] ; { $without } pupils have no mutual choice
   *[no] {""}
}.
signal-group-level = Scores { $direction ->
    [concern] higher
   *[strength] lower
} as a group than the other groups on { $scale }, with { $n } pupils ({ signal-source }).
signal-group-share = Of { $n } pupils { $low } score in the { $direction ->
    [concern] highest
   *[strength] lowest
} fifth on { $scale } ({ signal-source }); of all scores it is compared with at most { $percent } % lie there.
signal-rater-effect = { $way ->
    [worse] { $direction ->
        [concern] Higher
       *[strength] Lower
    }
   *[better] { $direction ->
        [concern] Lower
       *[strength] Higher
    }
} on { $scale } now that somebody else filled it in, for { $n } pupils ({ signal-source }): another rater, or really different?
signal-school-compared = Scores { $direction ->
    [concern] higher
   *[strength] lower
} as a school than the other schools on { $scale }, with { $n } pupils ({ signal-source }).
signal-school-compared-year = Scores { $direction ->
    [concern] higher
   *[strength] lower
} in year level { $year_level } than that year level at the other schools on { $scale }, with { $n } pupils ({ signal-source }).
signal-school-safety = More pupils than the round before feel unsafe on { $scale }, of { $n } pupils ({ signal-source }).
signal-school-safety-norm = More pupils than by the norm feel unsafe on { $scale }, of { $n } pupils ({ signal-source }).
signal-representativeness = This round does not stand for the whole school on { $scale }: { $why ->
    [few] only { $n } of { $known } pupils took part
    [better] { $n } pupils took part, and those who are missing stood better than they did the time before
    [worse] { $n } pupils took part, and those who are missing stood worse than they did the time before
   *[other] { $n } pupils took part, too few or unlike those who are missing
} ({ signal-source }).
signal-load = { $pupils } of { $measured } pupils got a new signal: more than the { $budget } in a hundred that the school aims at; look at the thresholds first.

# Why a figure is missing in assessments.csv.
signal-critical = On { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year } { $informant ->
    [leerling] the pupil
    [ouder] a parent
   *[leerkracht] the teacher
} gave an answer to question { $item } of { $instrument } that must be read at once.
analysis-note-first = first round: nothing to expect from yet
analysis-note-unsolved = no expectation: two rounds on the same day
analysis-note-bands = no expectation: this unit is too coarse for change
analysis-note-doubted = not to be relied upon, says the control scale { $scale }: no signal
analysis-no-rows = There is no row that can be used.
analysis-no-file = { $file } cannot be opened: { $problem }
written-onto-input = { $file } is one of the files that are read. Name another to write to; nothing was written.
written-onto-folder = { $file } is a folder where a file has to come. Take it away or name something else; nothing was written.
written-no-folder = The folder of { $file } does not exist. Make it first; nothing was written.
written-into-file = { $file } is a file; name a folder with --out. Nothing was written.
written-failed = { $file } cannot be written: { $problem }. What was there is still there.
analysis-more-refused = and { $n } more refused rows
analysis-rounds-joined = Round { $round } lies less than 90 days from { $into } and counts as one with it.
analysis-other-hands = { $list }, { $informant }, { $round }: of { $n ->
    [one] one pupil
   *[other] { $n } pupils
} ({ $groups ->
    [one] one group
   *[other] { $groups } groups
}) somebody else filled in for the group than the time before. What their group moved by it is mostly taken out of surprise and trend.
analysis-odd-totals = { $n ->
    [one] One total on { $scale } is not the sum of the scales
   *[other] { $n } totals on { $scale } are not the sum of the scales
}: for pupil { $pupil } it says { $total } in { $round }, and the scales together are { $sum }. The total counts as it stands; if it is wrong, leave it out.
analysis-no-school = Some of the rows name no school. Those pupils count as of a school without a name, also who stands with the same number at a school. Put the column school in each file, or in none.
analysis-more-different = and { $n } more such differences
analysis-took = { $all } s: read in { $read }, put in order in { $ordered }, assessed and written in { $assessed }

# Where a rule could not speak, and why
silences-title = What could not be judged in the last round
silences-help = No signal does not mean here that nothing is the matter.
silence = ‘{ $rule }’ cannot be said: { $why ->
    [few] fewer than { $least } pupils with a score
    [few-before] fewer than { $least } pupils who were measured before too
    [response] fewer than { $least } % of the pupils took part
    [other-rater] most were judged by another person than the time before
    [few-units] fewer than { $least } to compare with
    [coarse] the unit of this list is too coarse
    [doubted] the round does not stand for the whole school
    [few-groups] fewer than { $least } groups that can be compared with the round before
    [no-pairs] no two pupils judged each other
    [all-equal] where no norm fits: everybody has the same score
    [few-rounds] fewer than { $least } rounds
    [no-groups] nobody’s group is known
    [no-rater] who filled in is known of nobody
    [no-roster] there is no other list that shows who is at school
    [few-scales] of whom fewer than half of the scales that the school gave were filled in
    [few-raters] fewer than { $least } pupils judged the same classmate
    [few-pupils] fewer than { $least } pupils
    [none-before] no usable sociogram at least { $least } days before
    [no-spread] the judgements do not differ, or all lie on one side of the middle
    [no-table] the judgements cannot be read as one group
   *[small-pool] where no norm fits: fewer than { $least } scores to compare a pupil with
} ({ $lists }).
silence-sociogram = sociogram of { DAY($day) }
