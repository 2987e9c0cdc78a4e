# Home groups and clusters, pupils with more groups, groups that are one.

pupils-clusters = Clusters of the school
pupil-clusters = clusters: { $names }
cluster-help = This is a cluster. Figures and signals stand with each pupil's home group, so that nobody counts twice.
import-clusters = Pupils per cluster
import-clusters-end = Places in clusters that end, because this file no longer names them:
row-pupil-groups = This pupil is there with more groups (see line { $line } too). If the pupil was in one after the other, fill in the leaving date with the first group and the starting date with the next. If one of them is a cluster, put it in the column clusters. Otherwise leave the right line.

# Groups that arrived in parts
import-kind-join = groups joined
join-help = Scores stay with the group of then. You can take it back.
join-do = Make this one group
join-none = Tick which groups should become one.
join-unknown = No group that arrived in parts has this name: { $names }. Look first with --dry-run.
rollover-rehearsed = Only looked at; nothing has changed.
