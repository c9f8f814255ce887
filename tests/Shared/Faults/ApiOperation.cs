using System;
using System.Text;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>An operation of the API: its request, and an answer that is right.</summary>
internal sealed class ApiOperation
{
    private const string Hole = "§";

    private readonly string _template;
    private readonly string _field;

    /// <summary>Describes an operation.</summary>
    /// <param name="name">What it is called on the page.</param>
    /// <param name="request">Method and path behind the account's CNI address.</param>
    /// <param name="shape">What it needs of an answer.</param>
    /// <param name="template">A good answer with a hole in place of one field's value.</param>
    /// <param name="field">The value for the hole.</param>
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

    /// <summary>What the list in the envelope is called.</summary>
    public string ListName { get; init; } = "items";

    /// <summary>Whether its cmdlet asks for something else first.</summary>
    public bool LooksFirst { get; init; }

    /// <summary>Whether what it creates can be told from what was there.</summary>
    public bool IsRecognised { get; init; } = true;

    /// <summary>An answer that is right.</summary>
    public ApiBody Good => Shape == AnswerShape.Pdf ? new ApiBody("application/pdf", Encoding.ASCII.GetBytes(_template)) : ApiBody.Json(GoodJson);

    /// <summary>A good answer as JSON; of a PDF, JSON of no use.</summary>
    public string GoodJson => With(_field);

    /// <summary>What it makes or gives, without the list around it.</summary>
    public string Item => _template.Replace(Hole, _field);

    public bool IsAskedBy(ScriptedRequest request) => request.Method == Method && request.Path.Equals(Path, StringComparison.Ordinal);

    /// <summary>The answer with another value in a field that counts.</summary>
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
