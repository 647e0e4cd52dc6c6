//! Patterns of several states.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "pattern:job-poller",
        [
            "Job poller",
            "Starts a job and asks for its status again and again, with a limit.",
            "loop status wait poll check",
        ],
        [
            "Sondeo de un trabajo",
            "Inicia un trabajo y pregunta por su estado una y otra vez, con un límite.",
            "bucle estado esperar consultar comprobar",
        ],
    ),
    (
        "pattern:callback",
        [
            "Callback with task token",
            "Sends a message with a task token and waits until it comes back.",
            "wait answer reply queue",
        ],
        [
            "Callback con token de tarea",
            "Envía un mensaje con un token de tarea y espera a que lo devuelvan.",
            "esperar respuesta contestar cola",
        ],
    ),
    (
        "pattern:human-approval",
        [
            "Human approval",
            "Asks a person to approve, and goes on by the decision.",
            "person human approve confirm decide review wait",
        ],
        [
            "Aprobación humana",
            "Pide a una persona que apruebe y sigue según lo que decida.",
            "persona humano aprobar autorizar confirmar decidir revisar esperar",
        ],
    ),
    (
        "pattern:saga",
        [
            "Saga",
            "Does several steps, and undoes those that were done if one fails.",
            "compensation compensate rollback transaction undo",
        ],
        [
            "Saga",
            "Da varios pasos y, si uno falla, deshace los anteriores.",
            "compensación compensar revertir transacción deshacer",
        ],
    ),
    (
        "pattern:fan-out",
        [
            "Fan-out and gather",
            "Does several things at the same time and gathers their results.",
            "parallel scatter join concurrent",
        ],
        [
            "Repartir y reunir",
            "Hace varias cosas a la vez y reúne sus resultados.",
            "paralelo ramas juntar simultáneo concurrente",
        ],
    ),
    (
        "pattern:dead-letter",
        [
            "Retry, then dead-letter queue",
            "Tries again with growing pauses, and sets aside what still fails.",
            "dlq backoff error",
        ],
        [
            "Reintentar y apartar en una cola",
            "Reintenta con pausas crecientes y aparta lo que sigue fallando.",
            "dlq reintento mensajes fallidos error",
        ],
    ),
    (
        "pattern:circuit-breaker",
        [
            "Circuit breaker",
            "Stops calling a service that fails, and lets it recover.",
            "protect fallback resilience outage",
        ],
        [
            "Cortacircuitos",
            "Deja de llamar a un servicio que falla y le da tiempo de recuperarse.",
            "circuit breaker proteger alternativa resiliencia",
        ],
    ),
    (
        "pattern:notify-failure",
        [
            "Notify of a failure",
            "Tells somebody when something in a group of states fails.",
            "alert error catch alarm email",
        ],
        [
            "Avisar de un fallo",
            "Avisa a alguien cuando algo falla dentro de un grupo de estados.",
            "alerta error capturar alarma notificar correo",
        ],
    ),
    (
        "pattern:http-retries",
        [
            "HTTP call with retries",
            "Calls an API and tries again where that helps: when it is busy or away.",
            "rest api status code 429 retry",
        ],
        [
            "Llamada HTTP con reintentos",
            "Llama a una API y reintenta cuando tiene sentido: si está ocupada o caída.",
            "rest api código de estado 429 reintentar",
        ],
    ),
    (
        "pattern:csv-map",
        [
            "Process a CSV file",
            "Reads the rows of a CSV file in S3, in batches and at large scale, and writes the results to S3.",
            "distributed map rows lines big data file",
        ],
        [
            "Procesar un archivo CSV",
            "Lee las filas de un CSV en S3, por lotes y a gran escala, y escribe los resultados en S3.",
            "map distribuido filas líneas datos masivos fichero",
        ],
    ),
    (
        "pattern:tolerant-map",
        [
            "Map that tolerates failures",
            "Handles many items and goes on as long as few of them fail.",
            "distributed threshold percentage",
        ],
        [
            "Map que tolera fallos",
            "Trata muchos elementos y sigue mientras fallen pocos.",
            "distribuido umbral porcentaje tolerancia errores",
        ],
    ),
    (
        "pattern:map-errors",
        [
            "Map that keeps its errors",
            "Handles each item, and sorts the results from the errors.",
            "loop list catch partial",
        ],
        [
            "Map que conserva los errores",
            "Trata cada elemento y separa los resultados de los errores.",
            "bucle lista capturar parcial fallos",
        ],
    ),
    (
        "pattern:pages",
        [
            "Page after page",
            "Reads a table page by page until there are no more.",
            "paginate pagination loop token next scan",
        ],
        [
            "Página a página",
            "Lee una tabla página a página hasta que no quedan más.",
            "paginar paginación bucle token siguiente recorrer",
        ],
    ),
    (
        "pattern:once",
        [
            "Only once",
            "Does something once for each request, even if the request comes twice.",
            "idempotent duplicate idempotency",
        ],
        [
            "Solo una vez",
            "Hace algo una vez por petición, aunque la petición llegue dos veces.",
            "idempotente duplicado idempotencia repetido",
        ],
    ),
    (
        "pattern:lock",
        ["Lock", "Works on something while no other execution does.", "mutex semaphore exclusive concurrency"],
        [
            "Bloqueo",
            "Trabaja en algo mientras ninguna otra ejecución lo hace.",
            "bloquear candado mutex semáforo exclusivo concurrencia",
        ],
    ),
    (
        "pattern:scheduled-wait",
        [
            "Wait until a moment",
            "Waits until a time in its input and then sends a reminder.",
            "schedule delay timestamp later date",
        ],
        [
            "Esperar hasta un momento",
            "Espera hasta la hora que dice su entrada y entonces envía un recordatorio.",
            "programar fecha hora más tarde recordar aviso",
        ],
    ),
    (
        "pattern:input-check",
        ["Check the input", "Refuses an input that lacks what the workflow needs.", "validate required field guard"],
        [
            "Comprobar la entrada",
            "Rechaza una entrada a la que le falta lo que el flujo necesita.",
            "validar campo obligatorio requerido",
        ],
    ),
];
