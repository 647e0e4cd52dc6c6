//! The types of state.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "state:Task",
        ["Task", "Calls a service and goes on with its answer.", "call service work step function"],
        ["Task", "Llama a un servicio y continúa con su respuesta.", "tarea llamar servicio trabajo paso función"],
    ),
    (
        "state:Choice",
        ["Choice", "Chooses the next state by its data.", "if condition branch decision rule else switch"],
        ["Choice", "Elige el estado siguiente según los datos.", "elección si condición decisión regla bifurcar"],
    ),
    (
        "state:Parallel",
        ["Parallel", "Runs several branches at the same time.", "branches concurrent together simultaneous fork"],
        ["Parallel", "Ejecuta varias ramas al mismo tiempo.", "paralelo ramas simultáneo concurrente juntas"],
    ),
    (
        "state:Map",
        ["Map", "Runs the same states for each item of a list.", "loop each iterate list array repeat foreach"],
        [
            "Map",
            "Ejecuta los mismos estados por cada elemento de una lista.",
            "bucle iterar lista repetir cada arreglo",
        ],
    ),
    (
        "state:Pass",
        ["Pass", "Passes its input on, changed or not.", "transform data fixed value placeholder empty"],
        ["Pass", "Deja pasar su entrada, tal cual o modificada.", "pasar transformar datos valor fijo vacío"],
    ),
    (
        "state:Wait",
        ["Wait", "Waits for some time, or until a moment.", "delay pause sleep timer seconds timestamp"],
        [
            "Wait",
            "Espera un tiempo o hasta un momento dado.",
            "esperar espera pausa demora retraso dormir temporizador segundos",
        ],
    ),
    (
        "state:Succeed",
        ["Succeed", "Ends well, here and now.", "success end finish stop done"],
        ["Succeed", "Termina bien, aquí y ahora.", "éxito fin terminar final acabar"],
    ),
    (
        "state:Fail",
        ["Fail", "Ends with an error and its cause.", "failure error end stop abort raise"],
        ["Fail", "Termina con un error y su causa.", "fallo fallar error fin abortar terminar"],
    ),
];
