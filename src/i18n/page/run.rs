//! Running a machine.

use crate::i18n::texts::texts;

texts! {
    /// Texts of the run panel and of the bar under the canvas.
    RunMessages {
        run: "Run", "Ejecutar";
        run_title: "Run to the end", "Ejecutar hasta el final";
        step: "Step", "Paso";
        step_title: "One step forward", "Un paso adelante";
        back: "Back", "Atrás";
        back_title: "One step back", "Un paso atrás";
        restart: "Restart", "Reiniciar";
        restart_title: "Back to the beginning", "Volver al principio";
        stop: "Stop", "Detener";
        stop_title: "Stop the run", "Detener la ejecución";
        controls: "Run controls", "Controles de la ejecución";
        timeline: "Position in the run", "Posición en la ejecución";
        input: "Input", "Entrada";
        output: "Output", "Salida";
        execution_input: "Input of the execution", "Entrada de la ejecución";
        execution_output: "Output of the execution", "Salida de la ejecución";
        input_is_not_json: "The input is not valid JSON", "La entrada no es JSON válido";
        simulated: "Simulated: no service is called. Each Task answers with its mock, or as a simulated service would.", "Simulación: no se llama a ningún servicio. Cada Task responde con su simulacro (mock) o como lo haría un servicio simulado.";
        not_started: "Not started", "Sin empezar";
        running: "Running", "En ejecución";
        succeeded: "Succeeded", "Terminó bien";
        failed: "Failed", "Falló";
        timed_out: "Timed out", "Se agotó el tiempo";
        aborted: "Aborted", "Abortada";
        clock: "Virtual clock", "Reloj virtual";
        states: "States", "Estados";
        states_empty: "Press Step or Run: each state will appear here with its input and output.", "Pulsa Paso o Ejecutar: cada estado aparecerá aquí con su entrada y su salida.";
        history: "History", "Historial";
        event: "Event", "Evento";
        state: "State", "Estado";
        time: "Time", "Tiempo";
        mocks: "Mocks", "Simulacros (mocks)";
        mock: "Mock", "Simulacro (mock)";
        mock_result: "Result", "Resultado";
        mock_error: "Error", "Error";
        mock_answers: "This Task answers with", "Este Task responde con";
        mock_error_name: "Error name", "Nombre del error";
        mock_cause: "Cause", "Causa";
        mock_select_task: "Select a Task in the graph to set what it answers.", "Selecciona un Task en el grafo para definir qué responde.";
        mock_default: "Simulated response", "Respuesta simulada";
        mock_default_hint: "Nothing is set: a simulated service answers in the shape of the real one.", "No hay nada definido: responde un servicio simulado con la forma del real.";
        mock_compute: "Computed", "Calculada";
        mock_compute_hint: "A JSONata expression. $states.input is what the Task sends.", "Una expresión JSONata. $states.input es lo que envía el Task.";
        mock_never: "Never answers", "Nunca responde";
        mock_by_hand: "By hand", "A mano";
        mock_by_hand_hint: "The run waits here until you send the task token back.", "La ejecución espera aquí hasta que devuelvas el token de la tarea.";
        mock_latency: "Time to answer, in milliseconds", "Tiempo de respuesta, en milisegundos";
        mock_add: "Add an answer for the next call", "Agregar una respuesta para la siguiente llamada";
        mock_last_stays: "The last answer also serves every later call.", "La última respuesta también vale para las llamadas siguientes.";
        mock_kind: "Kind of answer", "Tipo de respuesta";
        execution_type: "Type of execution", "Tipo de ejecución";
        redrive: "Redrive", "Reanudar (redrive)";
        redrive_hint: "Goes on from the states that failed.", "Continúa desde los estados que fallaron.";
        previous_event: "Event that led to it", "Evento que lo originó";
        simulated_answer: "simulated", "simulado";
        simulated_answer_hint: "Nothing was mocked: a simulated service answered.", "No había simulacro: respondió un servicio simulado.";
        stages: "Data inside the state", "Datos dentro del estado";
        stage_unchanged: "unchanged", "sin cambios";
        now: "Where the run is", "Dónde está la ejecución";
        phase_arriving: "comes next", "es el siguiente";
        phase_working: "working", "trabajando";
        phase_retrying: "tries again at", "reintenta a los";
        variables: "Variables", "Variables";
        scope_machine: "State machine", "Máquina de estados";
        child_executions: "Executions it started", "Ejecuciones que inició";
        callbacks: "Waiting for a task token", "Esperando un token de tarea";
        callbacks_hint: "Be the worker: send the token back with a result or an error, or let time pass.", "Haz de trabajador: devuelve el token con un resultado o un error, o deja pasar el tiempo.";
        let_time_pass: "Let time pass", "Dejar pasar el tiempo";
        task_token: "Task token", "Token de la tarea";
        attachments: "Files and other machines", "Archivos y otras máquinas";
        attachments_hint: "Files stand for S3 objects: s3://bucket/prefix + file name. ItemReader and S3 tasks read them.", "Los archivos hacen de objetos de S3: s3://bucket/prefijo + nombre del archivo. Los leen ItemReader y las tareas de S3.";
        attach_files: "Attach files…", "Adjuntar archivos…";
        machines_hint: "Other definitions, by the name of their file, can be started with states:startExecution.", "Otras definiciones, por el nombre de su archivo, se pueden iniciar con states:startExecution.";
        attach_machines: "Add definitions…", "Agregar definiciones…";
        remove: "Remove", "Quitar";
        waits_for_callback: "Waiting for a callback", "Esperando una respuesta";
        error: "Error", "Error";
        cause: "Cause", "Causa";
        waiting_until: "waiting until", "espera hasta";
        cannot_run: "This definition cannot run yet. Look at its problems.", "Esta definición todavía no se puede ejecutar. Mira sus problemas.";
    }
}
