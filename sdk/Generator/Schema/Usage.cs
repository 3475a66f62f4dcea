namespace DrInfra.SdkGenerator.Schema;

/// <summary>The place a nested type is used in: each gives another C# class.</summary>
internal enum Usage
{
    /// <summary>A resource's arguments.</summary>
    In,

    /// <summary>A resource's state class (look-up of an existing resource).</summary>
    State,

    /// <summary>A resource's outputs.</summary>
    Out,

    /// <summary>A function's plain arguments.</summary>
    FunctionPlain,

    /// <summary>A function's arguments that may be outputs.</summary>
    FunctionInput,

    /// <summary>A function's result.</summary>
    FunctionOut,
}
