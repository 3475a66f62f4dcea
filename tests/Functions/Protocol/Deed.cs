namespace DrInfra.Tests.Functions.Protocol;

/// <summary>What may happen next in a Region.</summary>
internal enum Deed
{
    MeansThis,
    MeansOther,
    MeansUnknown,
    ReadBegins,
    ReadIsCarriedOut,
    ReadEnds,
    WriteBegins,
    WriteIsCarriedOut,
    WriteIsAnswered,
    WriteIsGivenUp,
    GateBegins,
    GateIsCarriedOut,
    GateEnds,
    FollowerFreezes,
    FollowerThaws,
    Look,
    Renew,
    GateLook,
}
