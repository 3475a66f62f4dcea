namespace DrInfra.Policies.Aws.Ecr;

/// <summary>The repositories that the program itself pushes images into, by the resources that build them.</summary>
internal sealed class ImagePushes
{
    private static readonly string[] Types =
    [
        "docker-build:index:Image", "docker:index/image:Image", "docker:index/registryImage:RegistryImage", "docker:image:Image",
    ];

    private static readonly string[] Names = ["tags", "imageName", "name"];

    private readonly HashSet<(string Account, string Region, string Repository)> _pushed;

    private ImagePushes(Estate estate) => _pushed = estate.OfTypes(Types)
        .SelectMany(node => Names.SelectMany(name => node[name].Value is ListValue ? node[name].Items : [node[name]]))
        .Select(text => ImageName.Parse(text.Text)).OfType<ImageName>().Select(image => (image.Account, image.Region, image.Repository)).ToHashSet();

    public static ImagePushes Of(Estate estate) => estate.Once(static estate => new ImagePushes(estate));

    /// <summary>Whether an image's repository is one of them.</summary>
    public bool Into(ImageName image) => _pushed.Contains((image.Account, image.Region, image.Repository));
}
