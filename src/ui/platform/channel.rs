//! What tabs of this page say to each other.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel that all tabs of the page share. Where the browser has none, nothing is heard.
#[derive(Debug)]
pub(in crate::ui) struct Channel {
    inner: Option<BroadcastChannel>,
}

impl Channel {
    /// Opens the channel and listens as long as the page lives. What is no message of ours is passed over.
    pub(in crate::ui) fn open<Message: DeserializeOwned>(name: &str, hear: impl Fn(Message) + 'static) -> Self {
        let inner = BroadcastChannel::new(name).ok();
        if let Some(channel) = &inner {
            let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let text = event.data().as_string();
                if let Some(message) = text.and_then(|text| serde_json::from_str(&text).ok()) {
                    hear(message);
                }
            });
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            listener.forget();
        }
        Self { inner }
    }

    /// Says something to all other tabs.
    pub(in crate::ui) fn say(&self, message: &impl Serialize) {
        if let (Some(channel), Ok(text)) = (&self.inner, serde_json::to_string(message)) {
            // Whoever does not hear it finds what was written when it writes.
            let _ = channel.post_message(&text.into());
        }
    }
}
