using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RecordIsWellFormed() : ResourceRule(Route53Types.Record)
{
    private static readonly string[] Types =
    [
        "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT",
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var property in new[] { "zoneId", "name", "type" }.Where(property => node.Input(property).IsAbsent))
        {
            yield return Verdict.Violation($"it states no {property}", property);
        }

        if (node["type"].Text is { } type && !Types.Contains(type, StringComparer.Ordinal))
        {
            yield return Verdict.Violation($"Route 53 does not support the record type {type}", "type");
        }

        // The provider takes a zone by its id, and never by its name.
        if (node["zoneId"].Text is { } zone && !(zone.StartsWith('Z') && zone.All(char.IsAsciiLetterOrDigit) && !zone.Any(char.IsAsciiLetterLower)))
        {
            yield return Verdict.Violation($"{zone} is not a hosted zone id", "zoneId");
        }

        var records = node["records"];
        var aliases = node["aliases"];
        if (!records.IsUnknown && !aliases.IsUnknown && records.Items.Count == 0 && aliases.Items.Count == 0)
        {
            yield return Verdict.Violation("it has neither records nor an alias", "records");
        }

        if (node["type"].Text == "CNAME")
        {
            foreach (var record in records.Items.Where(record => record.Text is { } host && !DnsName.LooksLikeHost(host)))
            {
                yield return Verdict.Violation($"{record} is not a host name", record.Path);
            }
        }
    }
}
