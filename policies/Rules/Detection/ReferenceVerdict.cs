using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>What a rule says of a reference that does not lead to a resource of the graph.</summary>
internal static class ReferenceVerdict
{
    /// <summary>
    /// Null where the resource was found or nothing is referred to. A name that leads nowhere is a violation where the whole pair is
    /// there; else the resource may live in a stack that was not given.
    /// </summary>
    public static Verdict? Of(Estate estate, Reference reference, string what) => reference.Kind switch
    {
        ReferenceKind.Unknown => Verdict.Unknown(reference.Path),
        ReferenceKind.Outside when EstateScope.IsWhole(estate) => Verdict.Violation($"{what} {reference.Text} is in none of the stacks", reference.Path),
        ReferenceKind.Outside => Verdict.Unknown(reference.Path),
        _ => null,
    };
}
