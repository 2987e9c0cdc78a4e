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
   *[label] { $year }
}
signal-source = filled in by { $informant ->
    [leerkracht] the teacher
    [leerling] the pupil
   *[ouder] a parent
}, { signal-round }
signal-subject = { $part ->
    [yes] { $observed } on { $scale }, the { $direction ->
        [concern] highest
       *[strength] lowest
    } of the whole list
   *[no] { $observed } on { $scale }
}
signal-outer-tenth = { $direction ->
    [concern] the highest ten in a hundred
   *[strength] the lowest ten in a hundred
}
signal-expected = { $earlier ->
    [0] there is no earlier round yet
    [1] from one earlier round we expected { $low }–{ $high }
   *[other] from { $earlier } earlier rounds we expected { $low }–{ $high }
}
signal-level = Scores { signal-level-word }, { signal-change-word }: { signal-subject } ({ signal-source }). Probably belongs to { signal-outer-tenth }; { signal-expected }.
signal-unexpected-decline = Scores { signal-level-word }, { signal-change-word }: { signal-subject } ({ signal-source }); { signal-expected }.
signal-persistent = Scores { $direction ->
    [concern] high
   *[strength] low
} for two rounds running, { signal-change-word }: { signal-subject } ({ signal-source }); { signal-expected }.
signal-group-shift = { $way ->
    [worse] Is going down as a group on { $scale }: { $moved } of { $matched } pupils less well than expected
   *[better] Is going up as a group on { $scale }: { $moved } of { $matched } pupils better than expected
} ({ signal-source }).
signal-school-trend = { $way ->
    [worse] Is going down as a school on { $scale }
   *[better] Is going up as a school on { $scale }
}, compared with a year earlier: { $matched } pupils took part both times ({ signal-source }).

# Why a figure is missing in assessments.csv.
analysis-note-first = first round: nothing to expect from yet
analysis-note-unsolved = no expectation: two rounds on the same day
analysis-no-rows = There is no row that can be used.
analysis-no-file = { $file } cannot be opened: { $problem }
analysis-more-refused = and { $n } more refused rows
