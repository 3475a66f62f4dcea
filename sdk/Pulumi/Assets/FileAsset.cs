namespace Pulumi;

/// <summary>The content of a local file.</summary>
public sealed class FileAsset(string path) : Asset(path);
