namespace DrInfra.Policies.Rules;

/// <summary>A rule that looks at all resources together.</summary>
public abstract class StackRule : Rule
{
    /// <summary>What it found, each with the resource it is about; compliant ones need not be told.</summary>
    public abstract IEnumerable<Finding> Evaluate(RuleContext context);

    /// <summary>
    /// Whether its findings are about the pair even where they name a resource of one stack: they are told of both, whichever is deployed.
    /// </summary>
    public virtual bool IsAboutPair => false;
}
