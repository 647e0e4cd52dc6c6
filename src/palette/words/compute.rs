//! Functions, containers, jobs, servers and workers.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "lambda:invoke",
        ["Invoke a Lambda function", "Runs a function with the input of the state.", "call code serverless"],
        ["Invocar una función Lambda", "Ejecuta una función con la entrada del estado.", "llamar código sin servidor"],
    ),
    (
        "ecs:runTask",
        ["Run a container", "Starts a task of ECS on Fargate.", "docker fargate ecs task job"],
        ["Ejecutar un contenedor", "Inicia una tarea de ECS en Fargate.", "docker fargate ecs tarea trabajo"],
    ),
    (
        "batch:submitJob",
        ["Submit a batch job", "Puts a job into a queue of AWS Batch.", "compute queue script run"],
        [
            "Enviar un trabajo por lotes",
            "Pone un trabajo en una cola de AWS Batch.",
            "batch lote cómputo script ejecutar",
        ],
    ),
    (
        "eks:runJob",
        ["Run a Kubernetes job", "Runs a job in an EKS cluster.", "k8s container pod"],
        ["Ejecutar un trabajo de Kubernetes", "Ejecuta un trabajo en un clúster de EKS.", "k8s contenedor pod"],
    ),
    (
        "eks:call",
        ["Call the Kubernetes API", "Sends a request to the API of an EKS cluster.", "k8s pods"],
        ["Llamar a la API de Kubernetes", "Envía una petición a la API de un clúster de EKS.", "k8s pods"],
    ),
    (
        "eks:createCluster",
        ["Create a Kubernetes cluster", "Creates a cluster of EKS.", "k8s"],
        ["Crear un clúster de Kubernetes", "Crea un clúster de EKS.", "k8s"],
    ),
    (
        "eks:deleteCluster",
        ["Delete a Kubernetes cluster", "Deletes a cluster of EKS.", "k8s remove"],
        ["Eliminar un clúster de Kubernetes", "Elimina un clúster de EKS.", "k8s borrar"],
    ),
    (
        "eks:createNodegroup",
        ["Create a node group", "Adds a managed group of nodes to an EKS cluster.", "k8s kubernetes"],
        ["Crear un grupo de nodos", "Agrega un grupo de nodos administrado a un clúster de EKS.", "k8s kubernetes"],
    ),
    (
        "eks:deleteNodegroup",
        ["Delete a node group", "Removes a managed group of nodes from an EKS cluster.", "k8s kubernetes remove"],
        [
            "Eliminar un grupo de nodos",
            "Quita un grupo de nodos administrado de un clúster de EKS.",
            "k8s kubernetes borrar",
        ],
    ),
    (
        "aws-sdk:ec2:describeInstances",
        ["Describe servers", "Reads what EC2 knows of some instances.", "instance virtual machine status"],
        ["Describir servidores", "Lee lo que EC2 sabe de unas instancias.", "instancia máquina virtual estado"],
    ),
    (
        "aws-sdk:ec2:startInstances",
        ["Start servers", "Starts stopped instances of EC2.", "instance virtual machine on"],
        ["Encender servidores", "Inicia instancias de EC2 detenidas.", "instancia máquina virtual iniciar"],
    ),
    (
        "aws-sdk:ec2:stopInstances",
        ["Stop servers", "Stops running instances of EC2.", "instance virtual machine off"],
        ["Apagar servidores", "Detiene instancias de EC2 en marcha.", "instancia máquina virtual detener parar"],
    ),
    (
        "activity",
        [
            "Give work to an activity worker",
            "Waits until a worker of your own takes the task, does it and sends the result.",
            "poll human program server on-premises token",
        ],
        [
            "Dar trabajo a una actividad",
            "Espera a que un programa tuyo tome la tarea, la haga y envíe el resultado.",
            "worker trabajador persona programa servidor token",
        ],
    ),
];
