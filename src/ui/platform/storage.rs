//! Where a person's work is kept: IndexedDB, or localStorage where that is not to be had.

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, TransactionMode};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

const DATABASE: &str = "pasos";
const STORE: &str = "projects";

/// What is kept under a key; none when there is nothing or nothing can be read.
pub(in crate::ui) async fn load(key: &str) -> Option<String> {
    match load_indexed(key).await {
        Ok(Some(text)) => Some(text),
        _ => window().local_storage().ok()??.get_item(key).ok()?,
    }
}

/// Keeps a text under a key; says whether it is kept.
pub(in crate::ui) async fn save(key: &str, text: &str) -> bool {
    if save_indexed(key, text).await.is_ok() {
        return true;
    }
    matches!(window().local_storage(), Ok(Some(storage)) if storage.set_item(key, text).is_ok())
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Without the store every access fails, and localStorage takes over.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

async fn load_indexed(key: &str) -> Result<Option<String>, idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(STORE)?.get(JsValue::from_str(key))?.await?;
    database.close();
    Ok(found.and_then(|value| value.as_string()))
}

async fn save_indexed(key: &str, text: &str) -> Result<(), idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(&JsValue::from_str(text), Some(&JsValue::from_str(key)))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
