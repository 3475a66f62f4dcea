namespace Pulumi.Serialization;

/// <summary>The marks of the wire format.</summary>
internal static class Constants
{
    internal const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    internal const string SignatureKey = "4dabf18193072939515e22adb298388d";
    internal const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    internal const string ValueKey = "value";
    internal const string UrnProperty = "urn";
    internal const string IdProperty = "id";
}
