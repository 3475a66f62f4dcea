namespace DrInfra.Drctl.Projects;

/// <summary>What the Pulumi CLI takes a scalar for.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Number,
    Text,
}
