//! Gestures, hit testing and viewport arithmetic, without a browser.
