namespace Pulumi;

/// <summary>A single file-like value.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(object content) : base(content)
    {
    }
}
