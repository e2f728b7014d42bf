//! Drives a real browser: for stories, screenshots and measurements.
