namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>Type tokens of the provider's module <c>aws:sfn</c>.</summary>
public static class StepFunctionsTypes
{
    public const string StateMachine = "aws:sfn/stateMachine:StateMachine";

    /// <summary>The name of a state machine.</summary>
    public static Prop NameOf(Node machine) => machine["name"];
}
