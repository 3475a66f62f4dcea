namespace DrInfra.Infra.Settings;

/// <summary>The public hosted zone that holds the endpoints; it exists beforehand.</summary>
/// <param name="ZoneId">Id of the zone, <c>Z</c> and 8 to 31 capitals and digits.</param>
/// <param name="Domain">The zone's name, without a dot at the end.</param>
public sealed record DnsSettings(string ZoneId, string Domain);
