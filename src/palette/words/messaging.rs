//! Messages, events, APIs and other workflows.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "sqs:sendMessage",
        ["Send a message to a queue", "Puts a message into a queue of SQS.", "enqueue"],
        ["Enviar un mensaje a una cola", "Pone un mensaje en una cola de SQS.", "encolar"],
    ),
    (
        "aws-sdk:sqs:receiveMessage",
        ["Receive messages from a queue", "Takes up to ten messages out of a queue of SQS.", "read poll dequeue"],
        ["Recibir mensajes de una cola", "Toma hasta diez mensajes de una cola de SQS.", "leer sondear desencolar"],
    ),
    (
        "aws-sdk:sqs:deleteMessage",
        ["Delete a message from a queue", "Removes a message that was received and handled.", "remove acknowledge"],
        ["Eliminar un mensaje de una cola", "Quita un mensaje que ya se recibió y se trató.", "borrar confirmar"],
    ),
    (
        "sns:publish",
        [
            "Publish to a topic",
            "Sends a message to all subscribers of a topic of SNS.",
            "notify notification sms email send",
        ],
        [
            "Publicar en un tema",
            "Envía un mensaje a todos los suscriptores de un tema de SNS.",
            "notificar notificación aviso sms correo enviar tópico",
        ],
    ),
    (
        "events:putEvents",
        ["Send events to a bus", "Puts events onto a bus of EventBridge.", "publish emit"],
        ["Enviar eventos a un bus", "Pone eventos en un bus de EventBridge.", "publicar emitir"],
    ),
    (
        "aws-sdk:scheduler:createSchedule",
        ["Create a schedule", "Has something started later, once or again and again.", "cron timer recurring plan"],
        [
            "Crear una programación",
            "Hace que algo empiece más tarde, una vez o de forma periódica.",
            "programar cron horario agenda temporizador",
        ],
    ),
    (
        "states:startExecution",
        ["Start another workflow", "Starts an execution of another state machine.", "nested child sub state machine"],
        ["Iniciar otro flujo", "Inicia una ejecución de otra máquina de estados.", "anidado hijo subflujo workflow"],
    ),
    (
        "aws-sdk:sfn:startSyncExecution",
        [
            "Run an Express workflow",
            "Runs an Express state machine and goes on with its output.",
            "synchronous nested child",
        ],
        [
            "Ejecutar un flujo Express",
            "Ejecuta una máquina de estados Express y continúa con su salida.",
            "síncrono anidado hijo workflow",
        ],
    ),
    (
        "aws-sdk:sfn:sendTaskSuccess",
        ["Send a task token back", "Tells a waiting task that its work is done.", "callback answer success"],
        [
            "Devolver un token de tarea",
            "Avisa a una tarea en espera de que su trabajo está hecho.",
            "callback responder éxito",
        ],
    ),
    (
        "apigateway:invoke",
        ["Call an API of API Gateway", "Sends a request to an API of your own.", "rest http request invoke"],
        ["Llamar a una API de API Gateway", "Envía una petición a una API propia.", "rest http petición invocar"],
    ),
    (
        "http:invoke",
        [
            "Call an HTTP endpoint",
            "Sends a request to any HTTPS API.",
            "rest api webhook request third party external url",
        ],
        [
            "Llamar a un endpoint HTTP",
            "Envía una petición a cualquier API HTTPS.",
            "rest api webhook petición terceros externa url",
        ],
    ),
    (
        "aws-sdk:sesv2:sendEmail",
        ["Send an e-mail", "Sends an e-mail through SES.", "email mail"],
        ["Enviar un correo", "Envía un correo electrónico por SES.", "email mail e-mail"],
    ),
    (
        "aws-sdk:kinesis:putRecord",
        ["Put a record into a stream", "Writes a record to a stream of Kinesis.", "event data send"],
        ["Poner un registro en un flujo de datos", "Escribe un registro en Kinesis.", "stream evento enviar"],
    ),
    (
        "aws-sdk:kinesis:putRecords",
        [
            "Put several records into a stream",
            "Writes records to a stream of Kinesis in one call.",
            "events data send batch",
        ],
        [
            "Poner varios registros en un flujo de datos",
            "Escribe registros en Kinesis en una sola llamada.",
            "stream eventos enviar lote",
        ],
    ),
    (
        "aws-sdk:firehose:putRecord",
        [
            "Deliver a record with Firehose",
            "Writes a record that is delivered to a store such as S3.",
            "stream data send",
        ],
        [
            "Entregar un registro con Firehose",
            "Escribe un registro que se entrega a un almacén como S3.",
            "stream datos enviar",
        ],
    ),
];
