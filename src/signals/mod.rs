//! From findings to signals: the rules, what is new, raising, and the life of a signal.
