namespace Pulumi;

/// <summary>Resources wait for each other. With the package the run would hang and say nothing.</summary>
internal sealed class CircularWaitException(string message) : RunException(message);
