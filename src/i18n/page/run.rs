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
        simulated: "Simulated: no service is called. Every Task answers with its mock.", "Simulación: no se llama a ningún servicio. Cada Task responde con su simulacro (mock).";
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
        mock_echo: "Echo the input", "Devolver la entrada";
        mock_result: "Result", "Resultado";
        mock_error: "Error", "Error";
        mock_answers: "This Task answers with", "Este Task responde con";
        mock_error_name: "Error name", "Nombre del error";
        mock_cause: "Cause", "Causa";
        mock_sequence: "A sequence of answers is set by the example; choosing another answer replaces it.", "El ejemplo define una secuencia de respuestas; elegir otra respuesta la reemplaza.";
        error: "Error", "Error";
        cause: "Cause", "Causa";
        waiting_until: "waiting until", "espera hasta";
        cannot_run: "This definition cannot run yet. Look at its problems.", "Esta definición todavía no se puede ejecutar. Mira sus problemas.";
    }
}
