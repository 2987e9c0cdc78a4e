# Absence as counts: bringing in, and on the page of a pupil
import-kind-attendance = absence
import-kind-items = answers to questions
attendance-no-counts = This file counts no absence: there is no column hours_ill, times_ill, hours_unauthorised or times_late. Found: { $found }. Add a column, or change the first line.
row-period-turned = The period ends before it begins. Check the columns from and until.
row-period-two-years = This period lies in two school years. Split it at 1 August into two rows.
row-period-twice = Line { $line } counts the same pupil over the same days, with other figures. Neither was taken: keep one, or let the periods follow each other.
row-period-known = This pupil was counted already from { $from } until { $until }, and those days lie in this period too. Let the period begin on the same day (then it takes the place), let it begin after that, or take the earlier import back.
row-count-not-number = This is no number. Write for instance 3, or for hours 12.5.
row-count-not-whole = This is counted in whole times. Write a whole number.
row-count-negative = A count is never under 0. Check the number; leave the cell empty where nothing was counted.
row-count-outside = This period has { $days } days from Monday to Friday; at most { $most } fits here. Check the number and the period.
row-no-counts = Nothing was counted in this row. Fill in a number (0 is fine), or take the row away.

attendance-title = Absent
attendance-help = Counted by the school, without a reason. A dash: not counted. Baken makes no signal of this.
attendance-period = Period
attendance-from-until = { $from } until { $until }
attendance-hours-ill = Hours ill
attendance-times-ill = Times reported ill
attendance-hours-unauthorised = Hours unauthorised
attendance-times-late = Times late
absence-reached = { $criterion ->
    [mazl] Reported ill { $counted } times within { $weeks } school weeks ({ DAY($from) } until { DAY($until) }); that is where M@ZL begins a talk.
   *[duo] Absent without leave { $counted } hours within { $weeks } school weeks ({ DAY($from) } until { DAY($until) }); from { $least } hours the school reports this to DUO, of pupils under 18.
}
absence-perhaps = { $criterion ->
    [mazl] Reported ill { $counted } times from { DAY($from) } until { DAY($until) }. M@ZL begins a talk at { $least } times within { $weeks } school weeks; whether that was so here, the counts do not say: they are over a longer time.
   *[duo] Absent without leave { $counted } hours from { DAY($from) } until { DAY($until) }. The school reports to DUO from { $least } hours within { $weeks } school weeks; whether that was so here, the counts do not say: they are over a longer time.
}
absence-source = Source: { $source }, read on { DAY($date) }.{ $confirmed ->
    [no] {" "}To be checked with the source and in your region.
   *[yes] {""}
}

# Outcomes of a school or group on lists that are about no pupil (MSV)
import-kind-totals = outcomes of school or group
totals-of-pupils = This file has a column { $column }. Outcomes of a school or group come in without pupils: take that column away, or ask the supplier for the outcomes by group. Nothing was read.
row-totals-not-here = Scores by pupil come in for { $instrument }; Baken computes the group from those. Outcomes of a school or group are for lists that are about no pupil, such as msv.
row-no-total = There is no outcome in this row. Fill in a mean, a percentage, or both.
row-total-outside = This outcome does not lie between { $min } and { $max }. Check the number.
row-total-pupils = Say here of how many pupils the outcome is: a whole number, at least 1.
row-total-group = There is no home group { $group } in that school year. Bring the roster in first, or write the group as it stands there; empty is the whole school.
row-total-twice = Line { $line } gives another outcome for the same group, day and scale. Neither was taken: keep one.
row-total-other-pupils = An outcome of { $pupils } pupils stands on this day already. Who sees both can compute the answer of one pupil. Leave that one, give this outcome the day it was measured on, or take the earlier import back.
totals-title = Outcomes without pupils
totals-help = As delivered, and not computed by Baken. They are about no pupil; outcomes of fewer than { $smallest } pupils are shown to nobody.
totals-school = the whole school
totals-whom = Of
totals-scale = Scale
totals-when = Measured
totals-outcome = Outcome
totals-figure = { $has ->
    [mean] mean { $mean }, on a scale from { $min } to { $max }
    [percentage] { $percentage }
   *[both] mean { $mean }, on a scale from { $min } to { $max }; { $percentage }
} ({ $pupils } pupils)
