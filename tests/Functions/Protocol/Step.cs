namespace DrInfra.Tests.Functions.Protocol;

/// <param name="After">Milliseconds since the step before, of a clock that no Region has.</param>
internal readonly record struct Step(int Region, Deed Deed, int After);
