//! What people do on the canvas, as gestures and what becomes of the definition.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "the driver has more gestures than one file of tests needs")]

#[path = "driver/mod.rs"]
mod driver;

#[path = "edit/clipboard.rs"]
mod clipboard;
#[path = "edit/connect.rs"]
mod connect;
#[path = "edit/convert.rs"]
mod convert;
#[path = "edit/documents.rs"]
mod documents;
#[path = "edit/enclose.rs"]
mod enclose;
#[path = "edit/gestures.rs"]
mod gestures;
#[path = "edit/history.rs"]
mod history;
#[path = "edit/insert.rs"]
mod insert;
#[path = "edit/interleaved.rs"]
mod interleaved;
#[path = "edit/lists.rs"]
mod lists;
#[path = "edit/movement.rs"]
mod movement;
#[path = "edit/placing.rs"]
mod placing;
#[path = "edit/pointer.rs"]
mod pointer;
#[path = "edit/sessions.rs"]
mod sessions;

/// A line of four states, laid out as people lay it out.
const LINE: &str = r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
      "TimeoutSeconds": 1.0e1,
      "X-Own": [1.50],
      "Next": "C"
    },
    "C": { "Type": "Wait", "Seconds": 5, "Next": "D" },
    "D": { "Type": "Pass", "End": true }
  }
}
"#;

/// A choice with two ways that meet again, a handler, and a frame of each kind.
const SHOP: &str = r#"{
  "StartAt": "Pick",
  "States": {
    "Pick": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.x", "NumericEquals": 1.0, "Next": "Work" },
        { "Variable": "$.y", "IsPresent": true, "Next": "Each" }
      ],
      "Default": "Both"
    },
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
      "Catch": [
        { "ErrorEquals": ["Own"], "Next": "Mend" },
        { "ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "Fail" }
      ],
      "Next": "Done"
    },
    "Mend": { "Type": "Pass", "Next": "Done" },
    "Each": {
      "Type": "Map",
      "ItemsPath": "$.items",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "INLINE" },
        "StartAt": "One",
        "States": {
          "One": { "Type": "Pass", "Next": "Two" },
          "Two": { "Type": "Succeed" }
        }
      },
      "Next": "Done"
    },
    "Both": {
      "Type": "Parallel",
      "Branches": [
        { "StartAt": "L", "States": { "L": { "Type": "Pass", "End": true } } },
        { "StartAt": "R", "States": { "R": { "Type": "Pass", "End": true } } }
      ],
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" },
    "Fail": { "Type": "Fail" }
  }
}
"#;
