using System.Net;
using System.Text.RegularExpressions;
using DnsClient;
using DnsClient.Protocol;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>
/// Asks which Region a beacon names: the name servers of the zone, which keep nothing, and the resolver only if none of them answers. It may be told
/// anything; what is not one plain answer is unknown.
/// </summary>
internal sealed partial class BeaconReader
{
    private readonly LookupClient _client;
    private readonly LookupClient _resolver;
    private readonly DnsString _zone;
    private readonly int _port;
    private IReadOnlyList<NameServer> _servers = [];

    /// <param name="zone">The domain whose name servers are asked.</param>
    /// <param name="resolver">The resolver; null: that of the machine.</param>
    /// <param name="limit">How long a server has for an answer.</param>
    public BeaconReader(string zone, IPEndPoint? resolver, TimeSpan limit)
    {
        _zone = DnsString.FromResponseQueryString(zone.TrimEnd('.') + ".");
        _port = resolver?.Port ?? NameServer.DefaultPort;
        _client = new LookupClient(Options(resolver, limit, cache: false));
        _resolver = new LookupClient(Options(resolver, limit, cache: true));
    }

    /// <summary>The Region that the beacon names; null: unknown.</summary>
    public async Task<string?> ReadAsync(string beacon, CancellationToken stop)
    {
        var question = new DnsQuestion(beacon, QueryType.TXT);
        var servers = (await ServersAsync(stop)).ToArray();
        Random.Shared.Shuffle(servers);
        foreach (var server in servers)
        {
            if (await AskAsync(() => _client.QueryServerAsync([server], question, stop), stop) is { } answer)
            {
                return Judge(question, answer);
            }
        }

        return await AskAsync(() => _client.QueryAsync(question, stop), stop) is { } last ? Judge(question, last) : null;
    }

    // Those that were found last are good while the resolver finds none: it is asked again when their records have ended.
    private async Task<IReadOnlyList<NameServer>> ServersAsync(CancellationToken stop)
    {
        var found = new List<NameServer>();
        var names = await AskAsync(() => _resolver.QueryAsync(new DnsQuestion(_zone, QueryType.NS), stop), stop);
        foreach (var name in names?.Answers.NsRecords().Select(record => record.NSDName) ?? [])
        {
            var addresses = await AskAsync(() => _resolver.QueryAsync(new DnsQuestion(name, QueryType.A), stop), stop);
            found.AddRange(addresses?.Answers.ARecords().Select(record => new NameServer(record.Address, _port)) ?? []);
        }

        return _servers = found.Count > 0 ? found : _servers;
    }

    private static LookupClientOptions Options(IPEndPoint? resolver, TimeSpan limit, bool cache)
    {
        var options = resolver is null ? new LookupClientOptions() : new LookupClientOptions(resolver);
        (options.Timeout, options.Retries, options.UseCache) = (limit, 0, cache);
        return options;
    }

    private static async Task<IDnsQueryResponse?> AskAsync(Func<Task<IDnsQueryResponse>> ask, CancellationToken stop)
    {
        try
        {
            var answer = await ask();
            return answer.Header.ResponseCode is DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain ? answer : null;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // Silence, a refused connection, or bytes that are no answer: no server has said anything.
            return null;
        }
    }

    private static string? Judge(DnsQuestion question, IDnsQueryResponse answer) =>
        answer.Answers is [TxtRecord record]
        && record.DomainName.Equals(question.QueryName)
        && record.Text.Count == 1
        && Region().IsMatch(record.Text.Single())
            ? record.Text.Single()
            : null;

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex Region();
}
