namespace Pulumi;

/// <summary>An archive behind an address.</summary>
public sealed class RemoteArchive(string uri) : Archive(uri);
