//! Figures for the school, and what may be shown to whom (smallest group size).
