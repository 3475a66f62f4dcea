namespace Pulumi;

/// <summary>A set of file-like values, such as a folder or a zip file.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(object content) : base(content)
    {
    }
}
