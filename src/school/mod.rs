//! Schools, groups, pupils, dated memberships and relations; accounts, roles and tokens.
