# The same pupil under two numbers
suspicion = { $number } may be the same pupil as { $other }: { $why ->
    [number] the numbers differ only in leading zeros or marks around them.
    [eckid] the ECK iD is the same.
   *[person] the name is the same, and so is the birth date or the group.
}
suspicions-title = Maybe the same pupil
suspicions-help = Baken merges nobody by itself. These rows come in as new pupils. Mend the number in the file, or store it and merge the two yourself.
suspicions-go = Merge pupils
merge-title = Two numbers, one pupil
merge-help = Does a pupil stand under two numbers? Merge them here. Everything goes to the number that stays. A later list with the other number finds the same pupil.
merge-stays = Pupil number that stays
merge-goes = Pupil number that goes into it
merge-goes-help = What stands under this number goes to the number that stays.
merge-look = Look
merge-which = what
merge-number = number
merge-name = name
merge-born = born
merge-group = group
merge-this-stays = stays
merge-this-goes = goes into it
merge-unknown-date = not known
merge-like-name = { $is ->
    [same] The names are the same.
   *[other] The names differ.
}
merge-like-born = { $is ->
    [same] The birth date is the same.
    [unknown] The birth date of one of them is not known.
   *[other] The birth dates differ.
}
merge-moves = What moves
merge-moves-care = What was recorded about the pupil goes along.
merge-moves-nothing = Nothing stands under the number that goes yet.
moved-what = { $what ->
    [membership] Places in a group
    [relation] Ties of staff to the pupil
    [objection] Objections against a list
    [conversation] Conversations
    [preparation] Prepared conversations
    [meeting-subject] Meetings
    [observation] Observations
    [referral] Referrals to a partner
    [signal] Signals
    [list-consent] Consents with a list
    [score] Scores
    [attendance] Absence (counts)
    [rating] Ratings for a sociogram
    [tie] Ties of staff to a group
   *[other] Other
}
merge-double = On these lists both numbers have a score. One counts; the other is kept aside and comes back when you take the merge back.
merge-which-scores = Which score counts?
merge-scores-of = the score of { $number }
merge-undo-help = You can take this back as long as nothing builds on it: no later import and nothing new about this pupil.
merge-do = Merge
merge-turn = Turn round: let the other number stay
merge-pairs = Pupils who may be the same
merge-no-pairs = No numbers seem to be of the same pupil.
merge-unknown = Pupil number { $number } is not known at this school. Check the number.
merge-same = This is the same pupil twice. Fill in two different numbers.
merge-built-on = Something was recorded or decided about this pupil after the merge. It can no longer be taken back.
act-done = { $kind ->
    [merge] Done. A list with the old number now finds this pupil.
    [join] Done. The parts are one group.
   *[rollover] Done. The new school year stands.
}
act-undo = Take this back
import-kind-merge = merged
import-kind-rollover = new school year

# The change to a new school year
rollover-title = Change to school year
rollover-help = In three steps: the roster of the new year, seeing what happens, and only then doing it. Looking stores nothing. Scores stay with the group of then.
rollover-step-list = 1. The roster of the new year
rollover-list-help = Choose the roster of the new school year. Was it brought in already? Then you see below what is ready.
rollover-list-waits = This roster was read and is not stored yet:
rollover-step-look = 2. What happens
rollover-nothing-yet = Nobody sits in a group of the new year yet. Choose the roster first.
rollover-goes = Who goes on
rollover-nobody = Nobody.
rollover-from = from group
rollover-to = to group
rollover-pupils = pupils
rollover-leaves = Who leaves
rollover-leaves-help = They are not in the roster of the new year. Their place in the group ends on 31 July. What is known of them stays. Is this wrong? Complete the roster before you go on.
rollover-comes = Who is new
rollover-comes-help = They were in no group here last year.
rollover-who = Who are they
rollover-groups = Groups of the new year
rollover-group = group
rollover-tied = tied
rollover-untied = nobody tied yet
rollover-tie-them = Tie staff to groups
rollover-ended = These groups end:
rollover-ties = Ties of staff to groups of the old year that end on 31 July:
rollover-step-do = 3. Doing it
rollover-wholes = These groups seem to be one combination class
rollover-wholes-help = Tick what should become one group. A later list with the separate names then finds this group.
rollover-do = To the new school year
rollover-do-help = You can take this back afterwards: first the change of year, then the roster.
rollover-no-list = Nobody sits in a group of school year { $year } yet. Choose the roster of that year first.
rollover-go = To a new school year
