namespace DrInfra.SdkGenerator;

/// <summary>An error whose message is meant for the person at the keyboard; the program ends with exit code 2.</summary>
internal sealed class GeneratorException : Exception
{
    public GeneratorException()
    {
    }

    public GeneratorException(string message)
        : base(message)
    {
    }

    public GeneratorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
