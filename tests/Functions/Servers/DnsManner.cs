namespace DrInfra.Tests.Functions.Servers;

/// <summary>How a DNS server answers.</summary>
public enum DnsManner
{
    Honest,
    Silent,
    ServFail,
    NoSuchName,
    Refused,
    WrongName,
    WrongQuestion,
    Truncated,
    Garbled,
    Empty,
    TwoRecords,
    TwoTexts,
    NoRegion,
}
