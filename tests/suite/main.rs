//! The one test binary: every file of tests is a module of it, so that polars is linked once.
#![recursion_limit = "256"]

#[cfg(test)]
mod analyse;
#[cfg(test)]
mod analyse_ages;
#[cfg(test)]
mod analyse_last;
#[cfg(test)]
mod analyse_told;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod browser;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod instruments;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod sociogram;
#[cfg(test)]
mod support;
#[cfg(test)]
mod support_works;
#[cfg(test)]
mod ties_at_the_command_line;
#[cfg(test)]
mod written;
