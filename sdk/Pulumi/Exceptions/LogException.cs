namespace Pulumi;

/// <summary>A failure of the logging itself.</summary>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception);
