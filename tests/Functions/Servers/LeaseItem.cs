namespace DrInfra.Tests.Functions.Servers;

internal sealed record LeaseItem(string Holder, long Epoch, long Renewed);
