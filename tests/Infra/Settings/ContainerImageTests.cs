using DrInfra.Infra.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Infra.Settings;

public class ContainerImageTests
{
    private const string Digest = "sha256:fe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297";

    [Theory]
    [InlineData("ledger:1.4.2", "ledger", null, "1.4.2", ":1.4.2")]
    [InlineData("shop/web-1.x_y:_B", "shop/web-1.x_y", null, "_B", ":_B")]
    [InlineData("ledger@" + Digest, "ledger", Digest, null, "@" + Digest)]
    public void Image_IsARepositoryAndADigestOrATag(string text, string repository, string? digest, string? tag, string version)
    {
        Assert.True(ContainerImage.TryParse(text, out var image));
        Assert.Equal(new ContainerImage(repository, digest, tag), image);
        Assert.Equal(version, image.Version);
    }

    // A digest that is cut off would pull nothing; a registry of somebody else's would not be replicated.
    [Theory]
    [InlineData("")]
    [InlineData("ledger")]
    [InlineData("ledger:")]
    [InlineData("ledger:latest:2")]
    [InlineData("ledger:1.0@" + Digest)]
    [InlineData("ledger@sha256:fe14")]
    [InlineData("ledger@" + Digest + "0")]
    [InlineData("ledger@sha512:fe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297")]
    [InlineData("Ledger:1")]
    [InlineData("led--ger:1")]
    [InlineData("/ledger:1")]
    [InlineData("ledger/:1")]
    [InlineData("registry.example.com:5000/ledger:1")]
    [InlineData("ledger:-1")]
    [InlineData(" ledger:1")]
    [InlineData("ledger:1\n")]
    public void WhatIsNoImageOfThePair_IsRefused(string text)
    {
        Assert.False(ContainerImage.TryParse(text, out var image));
        Assert.Null(image);
    }

    [Fact]
    public void WhatIsWritten_IsReadAgain() => Prop.ForAll(Images().ToArbitrary(), image =>
        ContainerImage.TryParse(image.Repository + image.Version, out var read) && read == image).QuickCheckThrowOnFailure();

    private static Gen<ContainerImage> Images()
    {
        var word = Gen.Elements("a", "ledger", "0", "web1");
        var repository =
            from first in word
            from rest in Gen.Zip(Gen.Elements(".", "_", "-", "/"), word).ListOf()
            select first + string.Concat(rest.Select(pair => pair.Item1 + pair.Item2));
        var digest = Gen.Elements("0123456789abcdef".ToCharArray()).ArrayOf(64).Select(digits => $"sha256:{new string(digits)}");
        var tag = Gen.Elements("1", "1.4.2", "_", "latest", "V2-rc.1", new string('x', 128));
        return from name in repository
               from image in Gen.OneOf(digest.Select(text => new ContainerImage(name, text, null)), tag.Select(text => new ContainerImage(name, null, text)))
               select image;
    }
}
