using DrInfra.Infra.Functions.Follower.Services;
using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class BeaconReaderTests : IDisposable
{
    private const string Here = "eu-central-1";
    private const string There = "eu-west-1";

    private readonly DnsServer _dns = new();

    public void Dispose()
    {
        _dns.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ResolverKeepsTheFormerAnswer_NameServersAreHeard()
    {
        _dns.Say(Here).ResolverSays(There);

        Assert.Equal(Here, await ReadAsync());
        Assert.Equal(0, _dns.ResolverAsked);
    }

    [Theory]
    [InlineData(DnsManner.Silent)]
    [InlineData(DnsManner.ServFail)]
    [InlineData(DnsManner.Refused)]
    [InlineData(DnsManner.Garbled)]
    [InlineData(DnsManner.Truncated)]
    public async Task OneNameServerDoesNotAnswer_OtherIsHeard(DnsManner manner)
    {
        _dns.Say(Here).ResolverSays(There).FirstNameServerIs(manner);

        Assert.Equal(Here, await ReadAsync());
    }

    [Theory]
    [InlineData(DnsManner.Silent)]
    [InlineData(DnsManner.ServFail)]
    [InlineData(DnsManner.Refused)]
    [InlineData(DnsManner.Garbled)]
    [InlineData(DnsManner.Truncated)]
    public async Task NoNameServerAnswers_ResolverIsHeard(DnsManner manner)
    {
        _dns.Say(Here).ResolverSays(There).NameServersAre(manner);

        Assert.Equal(There, await ReadAsync());
    }

    [Theory]
    [InlineData(DnsManner.NoSuchName)]
    [InlineData(DnsManner.WrongName)]
    [InlineData(DnsManner.Empty)]
    [InlineData(DnsManner.TwoRecords)]
    [InlineData(DnsManner.TwoTexts)]
    [InlineData(DnsManner.NoRegion)]
    public async Task NameServersAnswerOtherwise_Unknown(DnsManner manner)
    {
        _dns.Say(Here).NameServersAre(manner);

        Assert.Null(await ReadAsync());
    }

    [Theory]
    [InlineData(DnsManner.Silent)]
    [InlineData(DnsManner.ServFail)]
    [InlineData(DnsManner.Garbled)]
    [InlineData(DnsManner.WrongQuestion)]
    public async Task NobodyAnswers_Unknown(DnsManner manner)
    {
        _dns.Say(Here).NameServersAre(manner).ResolverIs(manner);

        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task AnswerFlaps_EachLookHearsWhatIsSaid()
    {
        var reader = Reader();
        foreach (var name in new[] { Here, There, Here, There })
        {
            _dns.Say(name);
            Assert.Equal(name, await reader.ReadAsync($"active.orders.eu.{DnsServer.Zone}", default));
        }
    }

    // Longer than a busy machine keeps the servers of the test from answering: a late one counts as silent, and the resolver is heard.
    private BeaconReader Reader() => new(DnsServer.Zone, _dns.Resolver, TimeSpan.FromSeconds(2));

    private Task<string?> ReadAsync() => Reader().ReadAsync($"active.orders.eu.{DnsServer.Zone}", default);
}
