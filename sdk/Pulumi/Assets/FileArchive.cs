namespace Pulumi;

/// <summary>A local folder, zip or tar file.</summary>
public sealed class FileArchive(string path) : Archive(path);
