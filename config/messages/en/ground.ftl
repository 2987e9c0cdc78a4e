# ground: texts in English
config-unreadable = The settings in { $file } cannot be read: { $problem }
config-unknown = { $file }: there is no setting { $setting }. Those there are stand in config/default.toml.
config-number = { $name }: a whole number is needed, not “{ $value }”.
config-wrong = A setting is wrong: { $problem }
config-group-too-small = smallest_group is at least 6.
config-group-no-reason = smallest_group under 10 only goes with a smallest_group_reason.
login-wrong = E-mail address or password is not right. Try again.
login-wait = Too many tries. Wait a quarter of an hour and try again.
account-no-address = “{ $value }” is no e-mail address.
account-short-password = Choose a password of at least twelve characters.
account-exists = There is an account with “{ $value }” already.
forbidden-role = Only { $role ->
    [coordinator] the care coordinator
    [mentor] the mentor
    [administration] the administration
    [leader] the school leader
    [admin] the administrator
   *[other] someone with another role
} of this school can do this.
gate-other-site = This request came from another website and was not carried out. Go back to Baken and do it there.
gate-role = This page does not belong to your role.
gate-no-token = Log in first: POST /api/v1/tokens gives a token for the Authorization header.
why-coordinator = You see this because you are this school’s care coordinator.
why-group = You see this because you are { $kind ->
    [mentor] mentor
    [duo] co-teacher
    [inval] stand-in
    [slb] career coach
   *[other] involved
} of this group.
why-pupil = You see this because you are involved with this pupil.
account-unknown-role = “{ $value }” is no role. Choose from mentor, staff, coordinator, leader, administration, attention-officer, admin.
school-no-name = The school needs a name.
school-no-region = “{ $value }” is no region. Choose noord, midden or zuid.
account-no-name = Fill in the name of this person.
account-no-role = Choose at least one role.
account-board-role = The role { $role } belongs to the whole board and is not given here.
account-own = Your own roles and ties are changed by a colleague, not by yourself.
account-elsewhere = This person also works at another school or for the board. Take the roles here away; shutting is for the board's admin.
tie-no-kind = “{ $value }” is no kind of tie. Choose from mentor, duo, inval, slb, betrokkene.
tie-no-group = There is no group “{ $value }” this school year. Bring in the roster first, or correct the name.
tie-no-pupil = There is no pupil with number “{ $value }” at this school.
tie-to-what = Choose a group, or fill in the number of one pupil; not both.
tie-days = The last day lies before the first. Correct one of them.
tie-no-mentor = A tie shows something only with the role of mentor at this school. Give that role first.
tie-known = This tie is there already in these days.
account-role-no-school = The role { $role } belongs to a school. Name the school with --school BRIN.
api-not-found = This does not exist, or you have no access to it.
api-unreadable = The JSON cannot be read: { $problem }
api-unknown-word = “{ $value }” does not fit { $field }. See /api/openapi.json.
signal-concern = Somebody is worried.
failure-address = This address cannot be read. Something is missing, or something is in it that does not belong there. Go back and choose the page again.
