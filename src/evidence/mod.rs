//! What is known about pupils: instruments, files, imports, results, observations, conversations.
