namespace DrInfra.Tests.Functions.Servers;

/// <summary>A write that reached the table.</summary>
/// <param name="At">When it was carried out or refused, since the tests began.</param>
internal sealed record TableWrite(string Region, LeaseItem To, bool Refused, TimeSpan At);
