using System;
using System.Text;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>An operation of the API: its request, and a valid response.</summary>
internal sealed class ApiOperation
{
    private const string Hole = "§";

    private readonly string _template;
    private readonly string _field;

    /// <summary>Initializes a new instance of the <see cref="ApiOperation"/> class.</summary>
    /// <param name="name">Its name in docs/reliability.md.</param>
    /// <param name="request">The method, and the path after the account's CNI address.</param>
    /// <param name="shape">The expected content of a response.</param>
    /// <param name="template">A valid response with a placeholder for the value of one field.</param>
    /// <param name="field">The value for the placeholder.</param>
    public ApiOperation(string name, string request, AnswerShape shape, string template, string field = "")
    {
        Name = name;
        Method = request.Split(' ')[0];
        Path = request.Split(' ')[1];
        Shape = shape;
        _template = template;
        _field = field;
    }

    public string Name { get; }

    public string Method { get; }

    public string Path { get; }

    public AnswerShape Shape { get; }

    public bool Creates => Method == "POST";

    /// <summary>Gets the name of the list in the envelope.</summary>
    public string ListName { get; init; } = "items";

    /// <summary>Gets a value indicating whether its cmdlet sends another request first.</summary>
    public bool LooksFirst { get; init; }

    /// <summary>Gets a value indicating whether the created object can be recognized.</summary>
    public bool IsRecognised { get; init; } = true;

    /// <summary>Gets a valid response.</summary>
    public ApiBody Good => Shape == AnswerShape.Pdf ? new ApiBody("application/pdf", Encoding.ASCII.GetBytes(_template)) : ApiBody.Json(GoodJson);

    /// <summary>Gets a valid response as JSON. For a PDF, the JSON has no meaning.</summary>
    public string GoodJson => With(_field);

    /// <summary>Gets the object that it creates or returns, without the list around it.</summary>
    public string Item => _template.Replace(Hole, _field);

    public bool IsAskedBy(ScriptedRequest request) => request.Method == Method && request.Path.Equals(Path, StringComparison.Ordinal);

    /// <summary>Returns the response with another value in the field.</summary>
    public string With(string value)
    {
        string item = _template.Replace(Hole, value);
        return Shape switch
        {
            AnswerShape.List => SampleApi.Page(item),
            AnswerShape.Accounts => SampleApi.Envelope($"[{item}]"),
            AnswerShape.Magic => SampleApi.Envelope($"{{\"{ListName}\":[{item}]}}"),
            AnswerShape.Pdf => $"{{\"pdf\":{value}}}",
            _ => item,
        };
    }
}
