namespace Pulumi;

/// <summary>The content behind an address.</summary>
public sealed class RemoteAsset(string uri) : Asset(uri);
