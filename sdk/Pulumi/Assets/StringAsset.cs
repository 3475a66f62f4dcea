namespace Pulumi;

/// <summary>A text given in the program.</summary>
public sealed class StringAsset(string text) : Asset(text);
